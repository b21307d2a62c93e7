/** Documents of our own schema that once stopped a service. */

/** They kept one service busy for minutes after their clients had left: three pages of a hundred within each other. */
export const HOSTILE = {
  "ratings of the matter of ratings": `{ serviceMatter(id:"CN-TASK-11990101MB9000015E4220131002000"){ ratings(first:100){nodes{ matter{ ratings(first:100){nodes{ matter{ ratings(first:100){nodes{ id }}}}}}}}}}`,
  "penalties of the counterparty of penalties": `{ organization(uscc:"91990101MA9000011P"){ penalties(first:100){nodes{ counterparty{ penalties(first:100){nodes{ counterparty{ penalties(first:100){nodes{ id }}}}}}}}}}`,
};
