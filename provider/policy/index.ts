export { count } from "./policy-rule";
export { checkPolicy, serversOwn } from "./check-policy";
export { generatePassword, type Recipe } from "./generate-password";
