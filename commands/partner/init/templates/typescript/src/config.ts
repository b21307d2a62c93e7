/** What the environment says. */
const wanted = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set.`);
  return value;
};

/** Address of the gateway, host and port to listen on. Throws where the gateway is not named. */
export const readConfig = (): { readonly gateway: string; readonly host: string; readonly port: number } => ({
  gateway: wanted("GATEWAY_URL"),
  host: process.env["HOST"] ?? "127.0.0.1",
  port: Number(process.env["PORT"] ?? "4100"),
});

/** Largest body that is read, in bytes. */
export const MOST_BYTES = 1024 * 1024;
