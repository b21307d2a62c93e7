/** Declares webhooks of apps and tells how they stand; who may read one may read its app's closed fields. */
import { badInput } from "../../../platform/errors/index.js";
import { createGroupLoader, createKeyLoader } from "../../../platform/graphql/index.js";
import { leadsOutside } from "../../../platform/http/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  dropWebhook,
  findWebhooks,
  keepWebhook,
  listSetAside,
  MOST_KINDS,
  webhookUrl,
  type SetAside,
  type Webhook,
  type WebhookState,
} from "../../../platform/webhooks/index.js";
import type { ReferenceServices } from "../context.js";
import { AppAction } from "./app.enums.js";
import type { SetAppWebhookInput } from "./app.input.js";
import type { AppPayload } from "./app.type.js";

/** Service of webhooks. */
export interface WebhookService {
  find(clientId: string): Promise<WebhookState | undefined>;
  listSetAside(clientId: string): Promise<SetAside[]>;
  /** Declares, moves or ends it. Throws what a step of an app throws, and BAD_USER_INPUT (WEBHOOK_ADDRESS, WEBHOOK_KIND, MAX, CURSOR). */
  set(input: SetAppWebhookInput): Promise<AppPayload>;
}

/** A name of a kind of record; whether there is such a kind, the feed says. */
const KIND = /^[A-Z][A-Z_]{0,59}$/;

/** Creates the service for one request. */
export const createWebhookService = ({ db }: ServiceDependencies, services: ReferenceServices): WebhookService => {
  const byApp = createKeyLoader(
    (ids: readonly string[]) => findWebhooks(db, ids),
    ({ clientId }) => clientId,
  );
  const setAside = createGroupLoader(
    (ids: readonly string[]) => listSetAside(db, ids),
    ({ clientId }) => clientId,
  );
  return {
    find: (clientId) => byApp.load(clientId),
    listSetAside: (clientId) => setAside.load(clientId),
    async set(input) {
      const webhook = webhookIn(input);
      const app = await services.apps.find(input.clientId);
      const mayTake = app !== undefined && services.apps.allowedActions(app).includes(AppAction.SET_WEBHOOK);
      // For who may not take the step nothing is looked up: what a name stands for in our network is nobody's to ask.
      if (webhook !== undefined && mayTake && !(await leadsOutside(new URL(webhook.address)))) throw refuseAddress();
      return services.apps.step("setAppWebhook", input, {
        event: "SET_WEBHOOK",
        beside: (trx) => (webhook === undefined ? dropWebhook(trx, input.clientId) : keepWebhook(trx, webhook)),
      });
    },
  };
};

const refuseAddress = (): Error =>
  badInput("url", "WEBHOOK_ADDRESS", "An address is https and of the public Internet.");

const webhookIn = ({ clientId, url: address, since, kinds }: SetAppWebhookInput): Webhook | undefined => {
  if (address == null) return undefined;
  if (webhookUrl(address) === undefined) throw refuseAddress();
  if (since == null) throw badInput("since", "CURSOR", "A cursor of changes says from where on they are pushed.");
  if ((kinds ?? []).length > MOST_KINDS) throw badInput("kinds", "MAX", `kinds has at most ${MOST_KINDS} entries.`);
  if (!(kinds ?? []).every((kind) => KIND.test(kind)))
    throw badInput("kinds", "WEBHOOK_KIND", "kinds are names of RecordKind.");
  return { clientId, address, cursor: since, kinds: [...new Set(kinds ?? [])] };
};
