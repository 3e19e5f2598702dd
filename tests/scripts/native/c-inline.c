#include "c-inline.h"

static int opened;

int opened_accounts(void) { return opened; }

void open_account(struct account *account, double balance) {
  account->number = (unsigned long)++opened << 33;
  account->open = 1;
  account->balance = balance;
}
