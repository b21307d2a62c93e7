/** How a process stops: it says that it is not ready and goes on serving, then its port closes, then requests under way end. Order, not time. */
import "reflect-metadata";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { startHttpService } from "../../platform/http/index.js";
import { cloneDatabase } from "../support/database.js";
import { startFixtureGateway } from "../support/fixture-gateway.js";
import { startFixtureSubgraph } from "../support/fixture-subgraphs.js";
import { startOneSubgraph, until } from "../support/one-subgraph.js";

/** A notice that lasts until it is ended. */
const createNotice = (): { readonly notice: () => Promise<void>; begun(): boolean; end(): void } => {
  let begun = false;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { notice: () => ((begun = true), ended), begun: () => begun, end: () => end() };
};

/** True where nothing listens at the address any more. */
const isClosed = async (url: string): Promise<boolean> => {
  const socket = connect({ host: "127.0.0.1", port: Number(new URL(url).port) });
  return once(socket, "connect").then(
    () => (socket.destroy(), false),
    () => true,
  );
};

const readiness = async (url: string): Promise<[number, unknown]> => {
  const response = await fetch(new URL("/readyz", url));
  return [response.status, await response.json()];
};

const READY = [200, { status: "ok" }];
const STOPPING = [503, { status: "stopping" }];

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

describe("a process that is told to stop", () => {
  it("closes its port only after the notice, and ends only after the requests under way", async () => {
    const held: ServerResponse[] = [];
    const { notice, end } = createNotice();
    const service = await startHttpService({
      listener: (request, response) => (request.url === "/held" ? void held.push(response) : response.end("served")),
      host: "127.0.0.1",
      port: 0,
      notice,
    });
    const events: string[] = [];
    const underWay = fetch(`${service.url}/held`).then((response) => response.text());
    await until(() => held.length === 1);
    const stopped = service.stop().then(() => events.push("stopped"));
    expect(await readiness(service.url)).toEqual(STOPPING);
    const other = await fetch(`${service.url}/other`);
    expect([await other.text(), other.headers.get("connection")]).toEqual(["served", "close"]);
    events.push("notice ends");
    end();
    await until(() => isClosed(service.url));
    events.push("port closed");
    events.push("answer");
    held[0]!.end("answered");
    await Promise.all([stopped, service.stop()]);
    expect(events).toEqual(["notice ends", "port closed", "answer", "stopped"]);
    expect(await underWay).toBe("answered");
  });

  it("is so as a gateway", async () => {
    const subgraphs = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
    ends.push(...subgraphs.map((subgraph) => () => subgraph.stop()));
    const { notice, begun, end } = createNotice();
    const gateway = await startFixtureGateway(subgraphs, { notice });
    const name = async (): Promise<unknown> => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: `{ shop(id: "1") { name } }` }),
      });
      return response.json();
    };
    const answer = { data: { shop: { name: "Shop 1" } } };
    expect((await readiness(gateway.url))[0]).toBe(200);
    const events: string[] = [];
    const stopped = gateway.stop().then(() => events.push("stopped"));
    await until(begun);
    expect(await readiness(gateway.url)).toEqual(STOPPING);
    expect(await name()).toEqual(answer);
    // Figures can be read to the end of the notice, too.
    expect((await fetch(`${gateway.adminUrl}/metrics`)).status).toBe(200);
    const held = subgraphs[0]!.hold(() => true);
    const underWay = name();
    await until(() => held.count() === 1);
    end();
    await until(() => isClosed(gateway.url));
    events.push("port closed");
    events.push("answer");
    held.release();
    await stopped;
    expect(events).toEqual(["port closed", "answer", "stopped"]);
    expect(await underWay).toEqual(answer);
  });

  it("is so as a service", async () => {
    const database = await cloneDatabase();
    ends.push(() => database.drop());
    const { notice, begun, end } = createNotice();
    const service = await startOneSubgraph("reference", database, { notice });
    expect(await readiness(service.url)).toEqual(READY);
    const stopped = service.stop();
    await until(begun);
    expect(await readiness(service.url)).toEqual(STOPPING);
    expect((await service.ask(`{ division(code: "222401") { name } }`)).body.data).toEqual({
      division: { name: "延吉市" },
    });
    end();
    await stopped;
    expect(await isClosed(service.url)).toBe(true);
  });
});
