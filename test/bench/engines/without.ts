/**
 * Loaded before the gateway of the benchmark alone: takes one protection out of the compiled files while they are read, to measure what it costs.
 * The product has no option that does so.
 */
import { register } from "node:module";

const off = process.env["BENCH_WITHOUT"];
if (off !== undefined) register("./without-hooks.js", { parentURL: import.meta.url, data: { off } });
