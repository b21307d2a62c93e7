/** The variables that `npm start` gives to the process of its services, for the development issuer in it. */
import { z } from "zod";
import { portNumber, variable, type ConfigTable } from "../../../platform/config/index.js";

/** By name; beside them that process has the variables of every service. */
export const ISSUER_VARIABLES = {
  ISSUER_PORT: variable({
    doc: "Port of the development issuer; empty for no issuer.",
    schema: z.union([z.literal("").transform(() => undefined), portNumber]),
    fallback: "",
  }),
  ISSUER_KEY_FILE: variable({
    doc: "File in the folder of local state that keeps its signing key.",
    schema: z.string(),
    fallback: "",
  }),
  ISSUER_REDIRECT_URIS: variable({
    doc: "Exact addresses to which it sends browsers back, address,address.",
    schema: z.string().transform((addresses) => addresses.split(",").filter(Boolean)),
    fallback: "",
  }),
} satisfies ConfigTable;
