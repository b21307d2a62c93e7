/** What is asked of the gateway for webhooks: the feed of changes as anybody reads it. */

/** The document; a gateway knows it as one of ours by its text. */
export const FEED_QUERY = `query Pushed($since: String, $types: [RecordKind!], $first: Int!) {
  changes(since: $since, types: $types, first: $first) { cursor hasMore items { kind key nodeId op version changedAt } }
}`;
