module engine-language-nodejs

go 1.23.0

require github.com/pulumi/pulumi/sdk/v3 v3.68.0
