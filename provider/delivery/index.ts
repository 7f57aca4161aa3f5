export { deliver, type Delivered, type DeliverTo, obstaclesTo, problemsOf } from "./deliver-to";
