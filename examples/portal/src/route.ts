/** Where the reader is: a path and its parameters behind `#`, because the issuer sends readers back to one address alone. */
import { useSyncExternalStore } from "react";

/** Such as `#/matters/1?situation=A`. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

let moved = false;
addEventListener("hashchange", () => (moved = true));

/** False on the page that was opened first. */
export const hasMoved = (): boolean => moved;

const listen = (told: () => void): (() => void) => {
  addEventListener("hashchange", told);
  return () => removeEventListener("hashchange", told);
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The route of a hash; what can not be decoded stays as it is. */
export const routeOf = (hash: string): Route => {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decoded), query: new URLSearchParams(query) };
};

/** The hash of a path; parameters that are empty are left out. */
export const hashOf = (path: readonly string[], query: Readonly<Record<string, string>> = {}): string => {
  const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${parameters && `?${parameters}`}`;
};

/** The present hash; the component is rendered again when it changes. */
export const useHash = (): string => useSyncExternalStore(listen, () => location.hash);

/** Goes to a route, as a link would. */
export const goTo = (...route: Parameters<typeof hashOf>): void => {
  location.hash = hashOf(...route);
};
