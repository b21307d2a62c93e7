/** Webhooks: changes that are pushed to the addresses of registered apps (docs/webhooks.md). */
export { createPost, PUSH_MS, type Post, type Posted } from "./post-push.js";
export { createWebhooks } from "./create-webhooks.js";
export { startPusher, type Pusher, type PusherOptions } from "./pusher.js";
export { PUSH_PLACES, type PushPlaces } from "./receivers.js";
export { openFeed, type Feed } from "./read-feed.js";
export { shareFeed, SHARED_FEED } from "./shared-feed.js";
export { takeTurn, WEBHOOK_PAUSES, type Piece, type ReadFeed, type WebhookPauses } from "./turn.js";
export {
  LONGEST,
  MOST_KINDS,
  MOST_SET_ASIDE,
  webhookUrl,
  type SetAside,
  type Webhook,
  type WebhookState,
} from "./webhook.js";
export { dropWebhook, findWebhooks, keepWebhook, listSetAside } from "./webhook-store.repository.js";
