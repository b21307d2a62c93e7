/** Requests that may take their time, such as files, give others none of it. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { startHttpService, type HttpService } from "../../../platform/http/index.js";

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({
    host: "127.0.0.1",
    port: 0,
    requestMs: 50,
    slow: { is: ({ url }) => url === "/files", longestMs: 600_000 },
    listener: (request, response) => {
      request.resume();
      request.on("end", () => response.end("whole"));
    },
  });
});
afterAll(() => service.stop());

/** Begins a request of ten bytes and sends one of them. */
const begin = (path: string): Socket => {
  const socket = connect(service.port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-length: 10\r\n\r\n1`);
  return socket;
};

it("ends what comes too slowly, and waits for what may be slow", async () => {
  const [file, other] = [begin("/files"), begin("/graphql")];
  await once(other, "close");
  file.write("234567890");
  const [answer] = (await once(file, "data")) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
  await once(file, "close");
});
