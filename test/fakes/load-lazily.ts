// Loading a module takes real time, in which a fake clock would run far ahead: what is imported on demand is here first.
import '../../app/core/validation/locate-setting.ts';
import '../../app/core/validation/validate-config.ts';
