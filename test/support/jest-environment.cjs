// Where a file of tests runs: in the process itself, so that what is loaded and compiled once serves every file (decision 36).
/* global process */
const { ModuleMocker } = require("jest-mock");

/** The globals of the process; what jest and a file of tests change of them is taken back when the file ends. */
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
      variables: { ...process.env },
    };
  }

  async setup() {}

  async teardown() {
    const { console, exit, getBuiltinModule, variables } = this.before;
    globalThis.console = console;
    Object.assign(process, { exit, getBuiltinModule });
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    Object.assign(process.env, variables);
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  getVmContext() {
    return null;
  }
};
