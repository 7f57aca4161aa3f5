export { count } from "./policy-rule";
export { checkPolicy, serversOwn } from "./check-policy";
export { describePolicy, describeSeconds } from "./describe-policy";
export { generatePassword, type Recipe } from "./generate-password";
