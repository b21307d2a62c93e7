// How a file of tests is loaded: what the build compiled of it, by node itself (decision 34).
const { existsSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join, relative } = require("node:path");
const { pathToFileURL } = require("node:url");
const { default: Runtime } = require("jest-runtime");

/** Packages of jest that hold the state of one file. */
const STATEFUL = /[\\/]node_modules[\\/](jest-circus|@jest[\\/]expect|expect|jest-snapshot|jest-each)[\\/]/;

let loads = 0;

/** Loads tests natively; modules that they import are loaded once for all files that the process runs. */
module.exports = class NativeRuntime extends Runtime {
  unstable_shouldLoadAsEsm(path) {
    return path.endsWith(".ts") || super.unstable_shouldLoadAsEsm(path);
  }

  /** Throws a sentence where the file was never compiled. */
  async unstable_importModule(path) {
    const { rootDir } = this._config;
    const source = relative(rootDir, path);
    const compiled = join(rootDir, "dist", source.replace(/\.ts$/, ".js"));
    if (!existsSync(compiled)) throw new Error(`${source} is not compiled: npm run build`);
    const url = pathToFileURL(compiled);
    // The file itself is evaluated each time that it runs.
    url.search = `load=${++loads}`;
    return import(url.href);
  }

  /** Jest's own packages, anew for each file. */
  requireInternalModule(from, to) {
    const requireFrom = createRequire(from);
    if (to === undefined) {
      for (const path of Object.keys(require.cache)) if (STATEFUL.test(path)) delete require.cache[path];
      globalThis[Symbol.for("EVENT_HANDLERS")] = undefined;
    }
    return requireFrom(to ?? from);
  }
};
