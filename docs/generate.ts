/** `npm run docs`: writes the generated documents. */
import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { projectPath } from "../platform/config/index.js";
import { renderDocuments } from "./render.js";

for (const [path, text] of renderDocuments()) writeFileSync(projectPath(path), text);
