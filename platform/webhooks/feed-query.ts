/** What is asked of the gateway for webhooks: the feed of changes. */

/** The document; a gateway knows it as one of ours by its text. */
export const FEED_QUERY = `query Pushed($since: String, $types: [RecordKind!], $first: Int!, $copying: Boolean!) {
  changes(since: $since, types: $types, first: $first, copying: $copying) {
    cursor hasMore unavailable items { kind key nodeId op version changedAt }
  }
}`;
