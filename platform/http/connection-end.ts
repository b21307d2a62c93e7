/** Tells answers that their connection has ended: of several that were asked for one after the other (RFC 9112, section 9.3.2) Node tells the one that is being sent alone, and what the others hold would never be given back. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const waiting = new WeakMap<Socket, Set<ServerResponse>>();

/** Answers that wait behind another on the connection. */
const waitingOn = (socket: Socket): Set<ServerResponse> => {
  const known = waiting.get(socket);
  if (known) return known;
  const responses = new Set<ServerResponse>();
  waiting.set(socket, responses);
  socket.once("close", () => {
    // One that is being sent by now has its socket, and is told by Node.
    for (const response of [...responses]) if (response.socket === null) end(response);
  });
  return responses;
};

const end = (response: ServerResponse): void => {
  response.destroy();
  response.emit("close");
};

/** Has the answer told (`close`, `destroyed`) where its connection ends before its turn comes. */
export const tellOfEnd = ({ socket }: IncomingMessage, response: ServerResponse): void => {
  if (response.socket !== null) return;
  const responses = waitingOn(socket);
  responses.add(response);
  response.once("close", () => responses.delete(response));
};
