// Where a file of tests runs: in the process itself, so that what is loaded and compiled once serves every file (decision 34).
/* global process */
const { ModuleMocker } = require("jest-mock");

/** The globals of the process; what jest changes of them is taken back when the file ends. Variables stay: modules set some once, at their only load. */
module.exports = class ProcessEnvironment {
  constructor() {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = null;
    this.before = {
      console: globalThis.console,
      exit: process.exit,
      getBuiltinModule: process.getBuiltinModule,
    };
  }

  async setup() {}

  async teardown() {
    const { console, exit, getBuiltinModule } = this.before;
    globalThis.console = console;
    Object.assign(process, { exit, getBuiltinModule });
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  getVmContext() {
    return null;
  }
};
