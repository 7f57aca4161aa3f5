export {
  deliver,
  type Delivered,
  type DeliverTo,
  describePlace,
  obstaclesTo,
  problemsOf,
} from "./deliver-to";
export { writeSecretFile } from "./secret-file";
