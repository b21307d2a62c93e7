/** Names the runtime as Node.js 21 and newer do: without `navigator` the driver of PostgreSQL asks a Response for it, for which Node.js 20 loads all of fetch (40 ms of each command). */

const runtime = globalThis as { navigator?: { readonly userAgent: string } };

runtime.navigator ??= { userAgent: `Node.js/${process.versions.node.split(".")[0]}` };
