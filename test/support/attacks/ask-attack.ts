/** Sends attacks to a gateway and says what became of them: status, code, reason, bytes. */
import type { Attack } from "./attack.js";

/** What a gateway answered. */
export interface AttackAnswer {
  readonly status: number;
  /** Bytes of the answer. */
  readonly bytes: number;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** The body as it is sent. */
export const bodyOf = ({ query, variables, body }: Attack): string => body ?? JSON.stringify({ query, variables });

/** Sends one. */
export const askAttack = async (url: string, attack: Attack): Promise<AttackAnswer> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: bodyOf(attack),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: AttackAnswer["errors"] };
  return { status: response.status, bytes: Buffer.byteLength(text), data, errors: errors ?? [] };
};
