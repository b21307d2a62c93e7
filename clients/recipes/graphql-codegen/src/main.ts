/** An organisation's penalties, typed by graphql-codegen's client preset. */
import { addMoney, createClient, formatMoney, shownAt, uscc } from "@govgraph/client";
import { graphql } from "./gql/index.js";

const OrganizationPage = graphql(`
  query OrganizationPage($uscc: USCC!) {
    organization(uscc: $uscc) {
      name
      contact
      penalties(first: 2) {
        nodes {
          id
          fine
        }
      }
    }
  }
`);

const client = createClient({ url: process.argv[2] ?? "http://localhost:4000/graphql" });
const answer = await client.ask(OrganizationPage, { uscc: uscc(process.argv[3] ?? "91990101MA9000011P") });
const { name, penalties } = answer.data?.organization ?? {};
const fines = penalties?.nodes.flatMap((penalty) => penalty?.fine ?? []) ?? [];
const contact = shownAt<string>(answer, ["organization", "contact"]);

process.stdout.write(
  `${JSON.stringify({
    name,
    fines: formatMoney(addMoney(...fines)),
    contact: contact.state === "withheld" ? contact.notice.reason : contact.state,
  })}\n`,
);
