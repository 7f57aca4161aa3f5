export {
  type Callee,
  disownProgramError,
  type ProgramCall,
  type ProgramError,
  programError,
  readProgramError,
} from "./program-error";
