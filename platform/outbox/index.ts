/** Messages between services: an outbox in the sender's transaction, deliveries that end only when the receiver has applied them, once. */
export { CASE_COMMITMENT, caseCommitment, type CaseCommitmentTold } from "./case-commitment.js";
export { CASE_COMPLETED, caseCompleted, type CaseCompleted } from "./case-completed.js";
export { startCourier, type Courier, type CourierOptions, type Pauses } from "./courier.js";
export { clearMessages, createMessages } from "./create-messages.js";
export { deliveryFigures, type DeliveryFigures } from "./deliveries.js";
export {
  MessageRejected,
  type Message,
  type MessageHandler,
  type NewMessage,
  type Payload,
  type ReceiveDependencies,
  type Receives,
} from "./message.js";
export { MESSAGES_PATH, type Receiver } from "./post-message.js";
export { outboxEpoch, presentPlace, readOutbox, type OutboxPiece, type OutboxPlace } from "./read-outbox.js";
export { createReceive, type ReceivedDelivery } from "./receive.js";
export { checkRoutes, keepRoutes, registeredRoutes, sendersTo, type Routes } from "./routes.js";
export { forgetDelivered, listStuck, sendAgain, sendAgainSince, type StuckMessage } from "./stuck-messages.js";
export { sendMessage } from "./send-message.js";
