/** The page /my-use, where an app's owner sees how the app asks. */
import type { Router } from "express";
import { createSignedInPage, type SignedInPageOptions } from "./signed-in-page.js";

/** Files of the page by their paths. */
export const MY_USE_FILES = {
  "/my-use": "my-use.html",
  "/my-use.js": "my-use.js",
  "/my-use.css": "my-use.css",
} as const;

/** Creates the routes. */
export const createMyUsePage = (options: SignedInPageOptions): Router =>
  createSignedInPage("my-use", MY_USE_FILES, options);
