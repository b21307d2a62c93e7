/** The first import of the engine: @apollo/gateway's hourly report to its vendor is switched off (decision D11). */
process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
delete process.env["APOLLO_KEY"];
