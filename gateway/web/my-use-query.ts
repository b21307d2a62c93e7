/** What the page "my use" asks of the graph. */

/** An app that is registered, and what the reader may do with it. */
export interface AppRow {
  readonly clientId: string;
  readonly name: string;
  readonly state: string;
  readonly pointsAMinute: number | null;
  readonly pointsADay: number | null;
  /** Null where the reader can do nothing with it. */
  readonly allowedActions: readonly string[] | null;
}

/** A page of them. */
export interface AppsAnswer {
  readonly registeredApps: {
    readonly nodes: readonly AppRow[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

/** Registered apps. */
export const APPS_QUERY = `query MyApps($after: String) {
  registeredApps(first: 100, after: $after) {
    nodes { clientId name state pointsAMinute pointsADay allowedActions }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One operation of an app. */
export interface OperationRow {
  readonly operation: string;
  readonly name: string | null;
  readonly requests: number;
  readonly failed: number;
  readonly points: number;
  readonly p95Ms: number | null;
  readonly lastDay: string;
}

/** How an app asked. */
export interface UseAnswer {
  readonly appUse: {
    readonly recorded: boolean;
    readonly pointsOfMinute: number | null;
    readonly pointsOfDay: number | null;
    readonly operations: readonly OperationRow[] | null;
  } | null;
}

/** Use of one app. */
export const USE_QUERY = `query MyUse($id: ID!, $days: Int!) {
  appUse(clientId: $id, days: $days) {
    recorded pointsOfMinute pointsOfDay
    operations(first: 100) { operation name requests failed points p95Ms lastDay }
  }
}`;
