/** Files in a folder. */
import { rm } from "node:fs/promises";
import { createLocalShelf } from "../../../platform/files/index.js";
import { describeShelf, ownFolder } from "../../support/shelf-tests.js";

let folder: string;
afterAll(() => rm(folder, { recursive: true }));

describeShelf("a folder", async () => {
  folder = await ownFolder();
  return { shelf: createLocalShelf(folder), folder };
});
