/** `node dist/gateway/web/build.js`: bundles the explorer and the page of imports into gateway/web/static; without its build tools it does nothing. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { projectPath } from "../../platform/config/index.js";
import { EXPLORER_FILES } from "./explorer.js";
import { IMPORTS_FILES } from "./imports-page.js";

/** True once the bundle is written; false where a production install has no bundler. */
const bundle = async (): Promise<boolean> => {
  const esbuild = await import("esbuild").catch(() => undefined);
  if (!esbuild || !canResolve("graphiql") || !canResolve("react-dom")) return false;
  const directory = projectPath("gateway/web/static");
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  await esbuild.build({
    entryPoints: {
      explorer: projectPath("gateway/web/client/explorer.tsx"),
      imports: projectPath("gateway/web/client/imports/imports.tsx"),
    },
    outdir: directory,
    bundle: true,
    minify: true,
    format: "iife",
    jsx: "automatic",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "dataurl", ".woff": "dataurl" },
    legalComments: "none",
    logLevel: "error",
  });
  copyFileSync(projectPath("gateway/web/client/index.html"), `${directory}/index.html`);
  copyFileSync(projectPath("gateway/web/client/imports/imports.html"), `${directory}/imports.html`);
  for (const name of [...Object.values(EXPLORER_FILES), ...Object.values(IMPORTS_FILES)])
    writeFileSync(`${directory}/${name}.gz`, gzipSync(readFileSync(`${directory}/${name}`), { level: 9 }));
  return true;
};

const canResolve = (name: string): boolean => {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
};

const built = await bundle();
process.stdout.write(
  built
    ? "Built the explorer and the page of imports.\n"
    : "Left the pages out: esbuild or graphiql is not installed.\n",
);
