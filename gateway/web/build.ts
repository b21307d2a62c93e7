/** `node dist/gateway/web/build.js`: bundles the explorer and the pages of imports and of use into gateway/web/static; without its build tools it does nothing. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "esbuild";
import { projectPath } from "../../platform/config/index.js";
import { EXPLORER_FILES } from "./explorer.js";
import { IMPORTS_FILES } from "./imports-page.js";
import { MY_USE_FILES } from "./my-use-page.js";

/** GraphiQL's style sheet holds its fonts, which are most of it; the page has the reader's own (explorer.css). */
const withoutFonts: Plugin = {
  name: "without-fonts",
  setup(build) {
    build.onLoad({ filter: /graphiql.*\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/@font-face\s*\{[^}]*\}/g, ""),
      loader: "css",
    }));
  },
};

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
      "my-use": projectPath("gateway/web/client/my-use/my-use.tsx"),
    },
    outdir: directory,
    bundle: true,
    minify: true,
    format: "iife",
    jsx: "automatic",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [withoutFonts],
    // What the browser does itself needs no library.
    alias: {
      "framer-motion": projectPath("gateway/web/client/fixed-tabs.tsx"),
      entities: projectPath("gateway/web/client/entities.ts"),
    },
    legalComments: "none",
    logLevel: "error",
  });
  copyFileSync(projectPath("gateway/web/client/index.html"), `${directory}/index.html`);
  copyFileSync(projectPath("gateway/web/client/imports/imports.html"), `${directory}/imports.html`);
  copyFileSync(projectPath("gateway/web/client/my-use/my-use.html"), `${directory}/my-use.html`);
  for (const name of [
    ...Object.values(EXPLORER_FILES),
    ...Object.values(IMPORTS_FILES),
    ...Object.values(MY_USE_FILES),
  ]) {
    const plain = readFileSync(`${directory}/${name}`);
    writeFileSync(`${directory}/${name}.gz`, gzipSync(plain, { level: 9 }));
    writeFileSync(`${directory}/${name}.br`, brotliCompressSync(plain));
  }
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
    ? "Built the explorer and the pages of imports and of use.\n"
    : "Left the pages out: esbuild or graphiql is not installed.\n",
);
