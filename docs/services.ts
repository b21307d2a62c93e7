/** What documents and containers say of each service, from the registry and from the variables that the service reads. */
import { serviceRegistrations, type ServiceRegistration } from "../platform/config/index.js";
import { receiversOf, subgraphVariables } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { renderMarked } from "./marked.js";

const prefixOf = ({ name }: ServiceRegistration): string => name.toUpperCase();

/** What stands left of the line that goes to each service, by its place; the gateway's line goes down through all of them. */
const LEFT: Readonly<Record<number, string>> = {
  0: " apps ──HTTPS──▶ gateway :4000 ──signed HTTP──▶",
  2: "   Keycloak ◀───────┤ verifies tokens         ",
  3: " (realm gov)        │                         ",
};
const DOWN = "                    │                         ";

/** The system as a picture. */
const picture = (services: readonly ServiceRegistration[]): string => {
  const names = services.map(({ name, port }) => `${name} :${port}`);
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const lines = services.map(({ holds = "" }, index) => {
    const arrow = index === 0 ? "" : index === services.length - 1 ? "└▶" : "├▶";
    return `${LEFT[index] ?? DOWN}${arrow} ${names[index]!.padEnd(width)}${holds}`.trimEnd();
  });
  return [
    "```",
    ...lines,
    "                    └── PostgreSQL: one schema and one role per service; no query crosses schemas",
    "```",
  ].join("\n");
};

/** Variables of a service that have no default: each is asked of whoever starts the containers. */
const requiredOf = ({ name }: ServiceRegistration): string[] =>
  Object.entries(subgraphVariables(SUBGRAPHS.find((definition) => definition.name === name)!)).flatMap(
    ([variable, { fallback }]) => (fallback === undefined ? [variable] : []),
  );

/** True where the service reads the variable. */
const isRead = ({ name }: ServiceRegistration, variable: string): boolean =>
  variable in subgraphVariables(SUBGRAPHS.find((definition) => definition.name === name)!);

const databaseUrl = (service: ServiceRegistration): string =>
  `"postgresql://govgraph_${service.name}:\${${prefixOf(service)}_DATABASE_PASSWORD:?}@postgres:5432/govgraph"`;

const addressesOf = (names: readonly string[]): string =>
  serviceRegistrations()
    .filter(({ name }) => names.includes(name))
    .map(({ name, port }) => `${name}=http://${name}:${port}/graphql`)
    .join(",");

/** Where a container's messages go; nothing of a service that sends none. */
const receiversIn = (service: ServiceRegistration): readonly string[] => {
  const receivers = receiversOf(service.name);
  return receivers.length === 0 ? [] : [`${prefixOf(service)}_RECEIVERS: "${addressesOf(receivers)}"`];
};

/** A service's container. */
const container = (service: ServiceRegistration): string => {
  const prefix = prefixOf(service);
  const environment = requiredOf(service).map((variable) =>
    variable === `${prefix}_DATABASE_URL` ? `${variable}: ${databaseUrl(service)}` : `${variable}: "\${${variable}:?}"`,
  );
  const signers = `${prefix}_UPLOAD_SIGNERS`;
  if (isRead(service, signers)) environment.push(`${signers}: "\${${signers}:-}"`);
  return [
    `  ${service.name}:`,
    "    <<: *service",
    `    command: ["node", "dist/subgraphs/${service.name}/main.js"]`,
    "    environment:",
    ...[`${prefix}_HOST: 0.0.0.0`, ...environment, ...receiversIn(service), `${prefix}_AGREEMENTS: /agreements`].map(
      (line) => `      ${line}`,
    ),
  ].join("\n");
};

/** Empty variables, a line for each. */
const empty = (names: readonly string[]): string => names.map((name) => `${name}=`).join("\n");

/** The documents and files of containers that list services, by path. */
export const renderServices = (services = serviceRegistrations()): readonly (readonly [string, string])[] => {
  const ofEach = (suffix: string): string[] => services.map((service) => `${prefixOf(service)}_${suffix}`);
  const addresses = services.map(({ name, port }) => `${name}=http://${name}:${port}/graphql`);
  return [
    ...["README.md", "docs/architecture.md"].map((path) => renderMarked(path, { services: picture(services) })),
    renderMarked("infra/compose.yml", {
      "addresses of databases": services
        .map((service) => `  ${prefixOf(service)}_DATABASE_URL: ${databaseUrl(service)}`)
        .join("\n"),
      "containers of services": services.map(container).join("\n\n"),
      "addresses of services": `      GATEWAY_SUBGRAPHS: "${addresses.join(",")}"`,
    }),
    renderMarked("infra/prometheus/prometheus.yml", {
      "targets of services": `      - targets: [${services.map(({ name, port }) => `"${name}:${port}"`).join(", ")}]`,
    }),
    renderMarked("infra/compose.env.example", {
      passwords: empty(ofEach("DATABASE_PASSWORD")),
      "context keys": empty(ofEach("CONTEXT_KEYS")),
      "cursor secrets": empty(ofEach("CURSOR_SECRET")),
      "message keys": empty(
        services.flatMap(requiredOf).filter((variable) => /_(MESSAGE_KEYS|SENDERS)$/.test(variable)),
      ),
      "upload signers": services
        .map((service) => `${prefixOf(service)}_UPLOAD_SIGNERS`)
        .filter((variable, index) => isRead(services[index]!, variable))
        .map((variable) => `# ${variable}=`)
        .join("\n"),
      "code keys": empty(services.flatMap(requiredOf).filter((variable) => variable.endsWith("_CODE_KEYS"))),
    }),
  ];
};
