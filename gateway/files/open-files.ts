/** The files of a gateway from its variables: the shelf, the scanner and what signs receipts. */
import { join } from "node:path";
import { parseTextSigner } from "../../platform/auth/index.js";
import { ConfigError, type ConfigOf } from "../../platform/config/index.js";
import {
  createFileStore,
  createLocalShelf,
  createScanner,
  parseScannerAddress,
  type Shelf,
} from "../../platform/files/index.js";
import type { GATEWAY_VARIABLES } from "../config.js";
import type { FilesOptions } from "./file-routes.js";

type Config = ConfigOf<typeof GATEWAY_VARIABLES>;

const MIB = 1_024 ** 2;

/** The folder, or the bucket, whose client is loaded where there is one. */
const openShelf = async (config: Config): Promise<Shelf> => {
  if (config.GATEWAY_FILES_BUCKET === "") return createLocalShelf(config.GATEWAY_FILES_FOLDER);
  const [, keyId, secret] = /^([^:]+):(.+)$/.exec(config.GATEWAY_FILES_BUCKET_KEY) ?? [];
  if (keyId === undefined || secret === undefined)
    throw new ConfigError(["GATEWAY_FILES_BUCKET_KEY is not set: GATEWAY_FILES_BUCKET needs it."]);
  const { createS3Shelf } = await import("../../platform/files/s3-shelf.js");
  return createS3Shelf({ url: config.GATEWAY_FILES_BUCKET, region: config.GATEWAY_FILES_BUCKET_REGION, keyId, secret });
};

/** The files; undefined where the gateway takes none. Throws ConfigError where something is missing. */
export const openFiles = async (config: Config): Promise<FilesOptions | undefined> => {
  if (config.GATEWAY_FILES_FOLDER === "") return undefined;
  if (config.GATEWAY_UPLOAD_KEY === "")
    throw new ConfigError(["GATEWAY_UPLOAD_KEY is not set: GATEWAY_FILES_FOLDER needs it."]);
  const scanner = config.GATEWAY_FILES_SCANNER;
  return {
    store: createFileStore({
      folder: join(config.GATEWAY_FILES_FOLDER, "incoming"),
      shelf: await openShelf(config),
      scanner: scanner === "" ? undefined : createScanner(parseScannerAddress(scanner)),
    }),
    signer: parseTextSigner(config.GATEWAY_UPLOAD_KEY),
    mostBytes: config.GATEWAY_FILES_MOST_MIB * MIB,
    day: { files: config.GATEWAY_FILES_A_DAY, bytes: config.GATEWAY_FILES_MIB_A_DAY * MIB },
  };
};
