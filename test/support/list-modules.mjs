// Loaded with --import before a process: writes every module that the process loads, one URL a line, to the file of GOVGRAPH_TEST_MODULES.
import { appendFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import process from "node:process";
import { pathToFileURL } from "node:url";

const file = process.env.GOVGRAPH_TEST_MODULES;
const hooks = `
  import { appendFileSync } from "node:fs";
  export const load = (url, context, next) => (appendFileSync(${JSON.stringify(file)}, url + "\\n"), next(url, context));
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

// What one CommonJS module requires of another passes no hook: with the requirer, the cache knows it.
const { cache } = createRequire(import.meta.url);
process.on("exit", () => {
  // What is loaded of node itself for what looks as if it were there already.
  for (const name of process.moduleLoadList)
    if (name.startsWith("NativeModule internal/deps/"))
      appendFileSync(file, `node:${name.slice("NativeModule ".length)}\n`);
  for (const { id, children } of Object.values(cache))
    for (const child of children)
      appendFileSync(file, `${pathToFileURL(child.id).href} required by ${pathToFileURL(id).href}\n`);
});
