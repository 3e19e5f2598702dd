// What a header has that no library exports, beside what one does.
#pragma once

struct account {
  unsigned long number : 40;
  unsigned open : 1;
  double balance;
};

#define WITH_INTEREST(x) ((x)*1.5)
static inline int is_rich(const struct account *account) { return account->balance > 1000; }
int opened_accounts(void);
void open_account(struct account *account, double balance);
