/** The files and variables of our containers, read from Dockerfile and compose.yml, for machines where no container can run. */
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { projectPath } from "../../platform/config/index.js";

const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");

/** Paths that the last stage of the Dockerfile copies, from the project's folder. */
export const imageFiles = (): string[] =>
  [...textOf("infra/Dockerfile").matchAll(/^COPY --from=build \/app\/(\S+) \.\/(\S+)$/gm)].map(([line, from, to]) => {
    if (from !== to) throw new Error(`It is copied elsewhere: ${line}`);
    return from!;
  });

/** Variables that the last stage sets. */
export const imageVariables = (): Record<string, string> =>
  Object.fromEntries(
    [...textOf("infra/Dockerfile").matchAll(/^ENV (\w+)=(\S+)$/gm)].map(([, name, value]) => [name!, value!]),
  );

/** Packages that `npm prune --omit=dev` leaves, by the lock. */
const productionPackages = (): string[] => {
  const { packages } = JSON.parse(textOf("package-lock.json")) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !devOptional)
    .map(([path]) => path)
    .filter((path) => existsSync(projectPath(path)));
};

/** Lays out what the image holds, and nothing else. Run node with --preserve-symlinks there, or packages find those of the project. */
export const layOutImage = (folder: string): void => {
  for (const file of imageFiles()) {
    if (file === "node_modules") continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(projectPath(file), join(folder, file), { recursive: true });
  }
  for (const path of productionPackages()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(projectPath(path), join(folder, path));
  }
};

/** A container of compose.yml, as far as tests need it. */
export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: unknown;
  readonly read_only?: boolean;
  readonly env_file?: unknown;
}

const COMPOSE_VARIABLE = /\$\{(\w+)(?::([?-])([^}]*))?\}/g;

/** Names of the variables that compose.yml asks for; those with `:?` are required. */
export const composeVariables = (): { name: string; required: boolean }[] =>
  [...textOf("infra/compose.yml").matchAll(COMPOSE_VARIABLE)].map(([, name, kind]) => ({
    name: name!,
    required: kind !== "-",
  }));

/** The containers with these values in place of variables. Throws where a required one has none. */
export const composeServices = (values: Readonly<Record<string, string>>): Record<string, ComposeService> => {
  const text = textOf("infra/compose.yml").replaceAll(
    COMPOSE_VARIABLE,
    (_match, name: string, kind: string | undefined, fallback: string | undefined) => {
      const value = values[name];
      if (value) return value;
      if (kind !== "-") throw new Error(`${name} has no value.`);
      return fallback ?? "";
    },
  );
  return (parse(text, { merge: true }) as { services: Record<string, ComposeService> }).services;
};

/** Variables of compose.env.example: true for those that have no default. */
export const exampleVariables = (): Record<string, boolean> =>
  Object.fromEntries(
    [...textOf("infra/compose.env.example").matchAll(/^(# )?([A-Z][A-Z_]+)=/gm)].map(([, comment, name]) => [
      name!,
      comment === undefined,
    ]),
  );
