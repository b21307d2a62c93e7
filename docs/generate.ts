/** `npm run docs`: writes the generated documents. */
import "reflect-metadata";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { projectPath } from "../platform/config/index.js";
import { renderDocuments } from "./render.js";

for (const [path, text] of await renderDocuments()) {
  mkdirSync(dirname(projectPath(path)), { recursive: true });
  writeFileSync(projectPath(path), text);
}
