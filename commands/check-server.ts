/** Says in a sentence, without a password, why a server does not let us in. */
import pg from "pg";

const BUSY_MACHINE_MS = 30_000;

const explainUnusable = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "28P01" || code === "28000") return "it refuses the user or the password";
  if (code === "3D000") return "it has no such database";
  if (code === "42501") return "the user may not connect to the database";
  if (code === "ECONNREFUSED") return "nothing answers there";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "its host is not known";
  return message ?? "it does not answer";
};

/** The code of the refusal of a user or password. */
export const isRefusal = (error: unknown): boolean =>
  ["28P01", "28000"].includes((error as { code?: string }).code ?? "");

/** Connects once. Throws a sentence that names the variable, with the server's error as its cause. */
export const checkServer = async (variable: string, url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: BUSY_MACHINE_MS });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`The database of ${variable} (${new URL(url).host}) can not be used: ${explainUnusable(error)}.`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
};
