/** The place of a part: free once the client has taken it or left, and after its time at the latest. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { whenRead } from "../../../gateway/bulk/when-read.js";

/** An answer whose client reads nothing, behind another that has no end. */
const unread = async () => {
  const waiting: [IncomingMessage, ServerResponse][] = [];
  const server = createServer((request, response) => void waiting.push([request, response]));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const reader = connect((server.address() as AddressInfo).port, "127.0.0.1");
  reader.write("GET /1 HTTP/1.1\r\nhost: x\r\n\r\nGET /2 HTTP/1.1\r\nhost: x\r\n\r\n");
  while (waiting.length < 2) await once(server, "request");
  return { server, reader, waiting };
};

it("an answer that was taken, or whose client has left, is free at once", async () => {
  const { server, reader, waiting } = await unread();
  const [request, response] = waiting[0]!;
  response.end("part");
  await once(response, "close");
  expect(await new Promise((free) => whenRead(request, response, () => free("free")))).toBe("free");
  reader.destroy();
  server.close();
});

it("a client that takes nothing is left after its time, whatever else its connection waits for", async () => {
  const { server, reader, waiting } = await unread();
  const [request, response] = waiting[1]!;
  response.end("part");
  whenRead(request, response, () => undefined, 10);
  await once(reader, "close");
  server.close();
});
