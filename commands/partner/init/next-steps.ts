/** What to do with an example once it is written. */
import type { Stack } from "./example.js";

/** Commands that install an example and try it, and the one that starts it. */
interface Steps {
  readonly before: readonly string[];
  readonly start: string;
}

const NODE: Steps = { before: ["npm install", "npm test"], start: "npm start" };
const PYTHON: Steps = {
  before: ["python3 -m venv .venv && .venv/bin/pip install -r requirements.txt", ".venv/bin/python -m pytest"],
  start: ".venv/bin/python main.py",
};
const JAVA: Steps = { before: ["mvn package"], start: `java -cp "target/classes:target/lib/*" service.Main` };
const GO: Steps = {
  before: ["go mod tidy && go generate ./...", "go test ./...", "go build -o service ."],
  start: "./service",
};
const RUST: Steps = { before: ["cargo test", "cargo build --release"], start: "target/release/service" };

const STEPS: Readonly<Record<Stack, Steps>> = {
  apollo: NODE,
  yoga: NODE,
  strawberry: PYTHON,
  ariadne: PYTHON,
  "graphql-java": JAVA,
  gqlgen: GO,
  "async-graphql": RUST,
  mercurius: NODE,
};

/** Lines that say what was written and what comes next. */
export const nextSteps = (name: string, stack: Stack, folder: string): string[] => {
  const { before, start } = STEPS[stack];
  return [
    `${name} is written to ${folder}, with ${stack}. Next:`,
    `  cd ${folder}`,
    ...before.map((command) => `  ${command}`),
    `  GATEWAY_URL=http://localhost:4000 ${start}`,
    `and, beside all other subgraphs:`,
    `  npm run partner -- check ${name} ${folder}/schema.graphql --overlay ${folder}/closures.graphql`,
  ];
};
