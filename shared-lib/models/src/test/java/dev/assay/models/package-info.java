/** Tests of the model clients against local servers that speak the providers' protocols. */
@NullMarked
package dev.assay.models;

import org.jspecify.annotations.NullMarked;
