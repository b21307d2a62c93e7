/** The page /imports, where publishers load their agency's files. */
import type { Router } from "express";
import { createSignedInPage, type SignedInPageOptions } from "./signed-in-page.js";

/** Files of the page by their paths. */
export const IMPORTS_FILES = {
  "/imports": "imports.html",
  "/imports.js": "imports.js",
  "/imports.css": "imports.css",
} as const;

/** What the page is made from. */
export type ImportsPageOptions = SignedInPageOptions;

/** Creates the routes. */
export const createImportsPage = (options: ImportsPageOptions): Router =>
  createSignedInPage("imports", IMPORTS_FILES, options);
