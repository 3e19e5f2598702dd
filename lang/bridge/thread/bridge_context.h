// BridgeContext: what the rooms of the bridge share, by reference. It is all that a room asks for, and needs of the
// others no more than their names here: whoever uses a part includes that part's own header, which the order of the
// rooms allows or does not (tests/lint/layers.py). The parts belong to lang/bridge/bridge.h, which makes them.
//
// There is no VM in it: whoever may run Lisp takes `VM&`, as everywhere in lang, so that a function of the bridge
// without one cannot collect.
#pragma once

namespace elle::core {

class CallbackTable;
class CCompiler;
class GirTexts;
class PlanCache;
class TypeTable;

}  // namespace elle::core

namespace elle::lang {

class AbsentNames;
class CallFailures;
class Callbacks;
class CInline;
class Delivery;
class Families;
class FunctionPointers;
class Installed;
class LispThread;
class NameIndex;
class NameValues;
class NativeFunctions;
class Runtime;
class ScriptTypes;
class TypeFactsCache;
class Views;
struct Libraries;

struct BridgeContext {
  // The bridge of a session, from the Runtime that builtins get.
  static BridgeContext& of(Runtime& runtime);

  Runtime& runtime;
  // core
  core::TypeTable& types;
  core::CCompiler& compiler;
  core::PlanCache& plans;
  core::CallbackTable& callback_entries;
  core::GirTexts& gir_texts;
  // thread
  LispThread& own_thread;  // of whoever uses the session
  LispThread* thread;      // the one that runs; another does only when this one is away, or yields
  Delivery& delivery;
  // library, types, families
  Libraries& libraries;
  Installed& installed;
  TypeFactsCache& facts;
  ScriptTypes& script_types;
  Families& families;
  // convert, memory, call
  FunctionPointers& function_pointers;
  Views& views;
  NativeFunctions& functions;
  CallFailures& failures;
  Callbacks& callbacks;
  // names, ask
  NameValues& name_values;
  AbsentNames& absent_names;
  CInline& c_inline;
  NameIndex& name_index;
};

}  // namespace elle::lang
