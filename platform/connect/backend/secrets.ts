/** Secrets of a mapping, by reference: from the environment or a file, and nowhere else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MappedAuth, SecretReference } from "../mapping/backend.js";

/** What lets us in: headers, or a parameter of the query, of every request. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly parameter: readonly [name: string, value: string] | undefined;
}

const NONE: Credentials = { headers: {}, parameter: undefined };

/** Where secrets are looked for. */
export interface SecretPlaces {
  readonly environment: NodeJS.ProcessEnv;
  /** Folder of the files. */
  readonly folder: string;
}

const readSecret = ({ env, file }: SecretReference, { environment, folder }: SecretPlaces): string => {
  const from = env ?? join(folder, file ?? "");
  const text = env === undefined ? readFile(from) : environment[env];
  const secret = text?.trim() ?? "";
  if (secret === "") throw new Error(`The secret of the backend is missing: ${from} is not set or empty.`);
  if (!/^[\x21-\x7e]+$/.test(secret)) throw new Error(`The secret in ${from} has characters that no header carries.`);
  return secret;
};

const readFile = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** The credentials. Throws a sentence that names where the secret was looked for, and nothing of it. */
export const credentialsOf = (auth: MappedAuth | undefined, places: SecretPlaces): Credentials => {
  if (auth === undefined) return NONE;
  const secret = readSecret(auth.secret, places);
  switch (auth.kind) {
    case "bearer":
      return { ...NONE, headers: { authorization: `Bearer ${secret}` } };
    case "basic":
      return {
        ...NONE,
        headers: { authorization: `Basic ${Buffer.from(`${auth.user}:${secret}`).toString("base64")}` },
      };
    case "header":
      return { ...NONE, headers: { [auth.name.toLowerCase()]: secret } };
    case "query":
      return { ...NONE, parameter: [auth.name, secret] };
  }
};
