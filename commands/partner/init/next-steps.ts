/** What to do with an example once it is written. */
import type { Stack } from "./example.js";

/** Commands that install an example, try it and start it. */
const COMMANDS: Readonly<Record<Stack, { readonly install: string; readonly test: string; readonly start: string }>> = {
  apollo: { install: "npm install", test: "npm test", start: "npm start" },
};

/** Lines that say what was written and what comes next. */
export const nextSteps = (name: string, stack: Stack, folder: string): string[] => {
  const { install, test, start } = COMMANDS[stack];
  return [
    `${name} is written to ${folder}, with ${stack}. Next:`,
    `  cd ${folder}`,
    `  ${install}`,
    `  ${test}`,
    `  GATEWAY_URL=http://localhost:4000 ${start}`,
    `and, beside all other subgraphs:`,
    `  npm run partner -- check ${name} ${folder}/schema.graphql --overlay ${folder}/closures.graphql`,
  ];
};
