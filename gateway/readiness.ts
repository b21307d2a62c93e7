/** Whether a gateway can answer: tokens can be verified, and a service answers. */
import type { TokenVerifier } from "../platform/auth/index.js";

/** True where keys of the issuer are known and at least one of the services says that it is ready. */
export const isReady = async (verifier: TokenVerifier, subgraphs: ReadonlyMap<string, string>): Promise<boolean> => {
  await verifier.warm();
  return verifier.ready() && (await anyAnswers(subgraphs));
};

const anyAnswers = async (subgraphs: ReadonlyMap<string, string>): Promise<boolean> => {
  const checks = [...subgraphs.values()].map(async (address) => {
    const response = await fetch(new URL("/readyz", address), { signal: AbortSignal.timeout(1_000) });
    if (!response.ok) throw new Error("not ready");
  });
  return Promise.any(checks).then(
    () => true,
    () => false,
  );
};
