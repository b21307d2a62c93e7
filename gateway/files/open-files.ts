/** The files of a gateway from its variables: the shelf, the scanner and what signs receipts. */
import { join } from "node:path";
import { parseTextSigner } from "../../platform/auth/index.js";
import { ConfigError, type ConfigOf } from "../../platform/config/index.js";
import { createFileStore, createLocalShelf, createScanner, parseScannerAddress } from "../../platform/files/index.js";
import type { GATEWAY_VARIABLES } from "../config.js";
import type { FilesOptions } from "./file-routes.js";

type Config = ConfigOf<typeof GATEWAY_VARIABLES>;

const MIB = 1_024 ** 2;

/** The files; undefined where the gateway takes none. Throws ConfigError where something is missing. */
export const openFiles = (config: Config): FilesOptions | undefined => {
  if (config.GATEWAY_FILES_FOLDER === "") return undefined;
  if (config.GATEWAY_UPLOAD_KEY === "")
    throw new ConfigError(["GATEWAY_UPLOAD_KEY is not set: GATEWAY_FILES_FOLDER needs it."]);
  const scanner = config.GATEWAY_FILES_SCANNER;
  return {
    store: createFileStore({
      folder: join(config.GATEWAY_FILES_FOLDER, "incoming"),
      shelf: createLocalShelf(config.GATEWAY_FILES_FOLDER),
      scanner: scanner === "" ? undefined : createScanner(parseScannerAddress(scanner)),
    }),
    signer: parseTextSigner(config.GATEWAY_UPLOAD_KEY),
    mostBytes: config.GATEWAY_FILES_MOST_MIB * MIB,
    day: { files: config.GATEWAY_FILES_A_DAY, bytes: config.GATEWAY_FILES_MIB_A_DAY * MIB },
  };
};
