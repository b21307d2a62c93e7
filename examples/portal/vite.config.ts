/** How the portal is built and served: settings of the environment, the graph behind the portal's own address, and whom the page may ask. */
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const given = (name: string, fallback: string): string => process.env[name] || fallback;

/** What the pages read (src/settings.ts). */
const settings = {
  issuerUrl: given("PORTAL_ISSUER_URL", "http://localhost:8080/realms/gov"),
  clientId: given("PORTAL_CLIENT_ID", "gov-portal"),
  division: given("PORTAL_DIVISION", "222400"),
};

/** The graph and what is beside it come from the portal's own address, so that no other origin has to be let in. */
const server = {
  host: "localhost",
  port: Number(given("PORTAL_PORT", "5173")),
  // The issuer knows this address letter by letter.
  strictPort: true,
  proxy: { "/graphql": { target: given("PORTAL_GRAPH_URL", "http://localhost:4000"), changeOrigin: true } },
};

/** The page asks its own origin and the issuer, nobody else. While it is developed, Vite puts styles into the page by script. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  transformIndexHtml: (html, { server: developing }) =>
    html.replace(
      "%POLICY%",
      [
        "default-src 'self'",
        `connect-src 'self' ${new URL(settings.issuerUrl).origin}`,
        `style-src 'self'${developing ? " 'unsafe-inline'" : ""}`,
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; "),
    ),
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [contentSecurityPolicy],
  define: { SETTINGS: JSON.stringify(settings) },
  resolve: {
    // In this repository; outside it the package is installed.
    alias: { "@govgraph/client": fileURLToPath(new URL("../../clients/typescript/src/index.ts", import.meta.url)) },
  },
  esbuild: { jsx: "automatic" },
  server,
  preview: server,
});
