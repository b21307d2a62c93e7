// Loaded with --import before a process: writes every outgoing connection, `host port`, to the file of GOVGRAPH_TEST_CONNECTIONS.
import { appendFileSync } from "node:fs";
import net from "node:net";
import process from "node:process";

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const { host, port, path } = typeof options === "object" ? options : { port: options, host: args[1] };
  appendFileSync(process.env.GOVGRAPH_TEST_CONNECTIONS, `${path ?? `${host ?? "localhost"} ${port}`}\n`);
  return connect.apply(this, args);
};
