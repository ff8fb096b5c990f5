package dev.assay.local.dynamodb;

import java.math.BigDecimal;

/** DynamoDB's numbers: 38 significant digits, magnitude from 1E-130 up to below 1E126, or zero. */
final class Numbers {
  private static final int MAX_DIGITS = 38;
  private static final int MAX_EXPONENT = 125;
  private static final int MIN_EXPONENT = -130;

  private Numbers() {}

  /**
   * Reads a number as it travels, as text.
   *
   * @throws ServiceError a ValidationException when it is no number or out of range
   */
  static BigDecimal parse(String text) {
    try {
      return checked(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw ServiceError.validation(
          "The parameter cannot be converted to a numeric value: " + text);
    }
  }

  /** The same number without trailing zeros, or a ValidationException when it is out of range. */
  static BigDecimal checked(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (stripped.precision() > MAX_DIGITS) {
      throw ServiceError.validation(
          "Attempting to store more than 38 significant digits in a Number");
    }
    int exponent = exponent(stripped);
    if (exponent > MAX_EXPONENT) {
      throw ServiceError.validation(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < MIN_EXPONENT) {
      throw ServiceError.validation(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    return stripped;
  }

  /** The exponent of the first significant digit: 0 for 7, 2 for 700, -1 for 0.7. */
  static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  static int size(BigDecimal number) {
    int digits = (number.precision() + 1) / 2;
    return 1 + digits + (number.signum() < 0 ? 1 : 0);
  }
}
