/** Loads at a gateway: the store and the folder that it shares with the worker. Loaded where they are given alone. */
import { openLoadFolder, openLoadStore } from "../../platform/loads/index.js";
import express, { type Router } from "express";
import { createImportsPage, type ImportsPageOptions } from "../web/imports-page.js";
import { createLoadRoutes, type LoadRoutesOptions } from "./load-routes.js";

/** Where loads are kept. */
export interface LoadsPlace {
  /** PostgreSQL whose role owns the schema `loads`. */
  readonly store: string;
  /** Folder that gateways and workers share. */
  readonly directory: string;
}

/** Loads in use. */
export interface Loads {
  readonly routes: Router;
  close(): Promise<void>;
}

/** Opens them; the store may be down. Throws where the folder can not be made. */
export const openLoads = async (
  { store: url, directory }: LoadsPlace,
  options: Omit<LoadRoutesOptions, "store" | "folder"> & { readonly page: ImportsPageOptions },
): Promise<Loads> => {
  const [store, folder] = [openLoadStore(url), await openLoadFolder(directory)];
  const routes = express.Router();
  routes.use(createImportsPage(options.page), createLoadRoutes({ ...options, store, folder }));
  return { routes, close: () => store.close() };
};
