/** Answers that wait behind another on their connection are told of its end, once, as the one that is being sent is. */
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { startHttpService, type HttpService } from "../../../platform/http/index.js";

let service: HttpService;
let closed: string[] = [];
let answers: { readonly path: string; readonly response: ServerResponse }[] = [];
let arrived: (() => void) | undefined;

beforeAll(async () => {
  service = await startHttpService({
    ...{ host: "127.0.0.1", port: 0 },
    listener: (request, response) => {
      const path = request.url!;
      response.on("close", () => closed.push(path));
      answers.push({ path, response });
      arrived?.();
    },
  });
});
beforeEach(() => {
  [closed, answers] = [[], []];
});
afterAll(() => service.stop());

/** A connection that asks for all of the paths without waiting for an answer. */
const askAll = async (paths: readonly string[]) => {
  const all = new Promise<void>((resolve) => {
    arrived = () => void (answers.length === paths.length && resolve());
  });
  const socket = connect(service.port, "127.0.0.1");
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join(""));
  await all;
  return socket;
};
const closing = (): Promise<unknown> => Promise.all(answers.map(({ response }) => once(response, "close")));

it("each is told where the client leaves before its turn, whether it was made or not", async () => {
  const socket = await askAll(["/1", "/2", "/3"]);
  answers[0]!.response.write("begun");
  answers[1]!.response.end("made");
  const told = closing();
  socket.destroy();
  await told;
  expect(closed.toSorted()).toEqual(["/1", "/2", "/3"]);
  expect(answers.map(({ response }) => response.destroyed)).toEqual([true, true, true]);
});

it("each is told once where its turn comes, and one that is being sent when the client leaves", async () => {
  const socket = await askAll(["/1", "/2", "/3"]);
  socket.resume();
  answers[0]!.response.end("whole");
  await once(answers[0]!.response, "close");
  answers[1]!.response.write("begun");
  await once(socket, "data");
  const told = Promise.all(answers.slice(1).map(({ response }) => once(response, "close")));
  socket.destroy();
  await told;
  expect(closed.toSorted()).toEqual(["/1", "/2", "/3"]);
});
