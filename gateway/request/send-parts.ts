/** Writes an answer in parts, each as soon as it is there (GraphQL over HTTP, RFC "Incremental Delivery over HTTP"). */
import type { ServerResponse } from "node:http";
import vary from "vary";
import { inLanguage } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import type { ToldLater, ToldPart } from "../answer/later-answer.js";
import type { ServerAnswer } from "./server-answer.js";
import { PARTS_TYPE } from "./media-type.js";

/** An answer in parts before it is written. */
export interface PartsAnswer extends Pick<ServerAnswer, "body" | "headers"> {
  readonly status: number;
  readonly later: AsyncGenerator<ToldLater, void>;
}

/** Sends it, until its end or until the client has left: then nothing more of it is asked of services. */
export const sendParts = async (
  response: ServerResponse,
  { body, status, headers, later }: PartsAnswer,
  { language, gone }: Pick<GatewayContext, "language" | "gone">,
): Promise<void> => {
  const inReadersLanguage = <Part extends Pick<ToldPart, "errors">>({ errors, ...rest }: Part) => ({
    ...rest,
    ...(errors ? { errors: errors.map((error) => inLanguage(error, language)) } : {}),
  });
  const write = <Part extends { readonly hasNext: boolean }>(part: Part): void => {
    response.write(
      `content-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(part)}\r\n---${part.hasNext ? "" : "--"}\r\n`,
    );
    // Where it is compressed, what was written so far goes on its way.
    (response as ServerResponse & { flush?: () => void }).flush?.();
  };
  vary(response, "accept, accept-language");
  response.writeHead(status, {
    "content-type": PARTS_TYPE,
    "cache-control": "no-store",
    "content-language": language === "zh" ? "zh-CN" : "en",
    ...Object.fromEntries(headers),
  });
  response.write("\r\n---\r\n");
  write({ ...inReadersLanguage(body), hasNext: true });
  for await (const { incremental, ...rest } of later) {
    if (gone.aborted) break;
    write({ incremental: incremental.map(inReadersLanguage), ...rest });
  }
  response.end();
};
