package dev.pindah.model.mapping;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An expression of the mapping file. It can calculate with what it is given and with nothing else:
 * no files, no host, no clock and no chance, so that the same record always gives the same value.
 */
public final class Formula {
  /** They answer differently each time. */
  private static final Set<String> UNSTEADY = Set.of("RANDOM", "DT_NOW", "DT_TODAY");

  private static final ExpressionConfiguration SAFE =
      ExpressionConfiguration.builder()
          .functionDictionary(new Steady(ExpressionConfiguration.defaultConfiguration()))
          .structuresAllowed(false)
          .implicitMultiplicationAllowed(false)
          .singleQuoteStringLiteralsAllowed(true)
          .locale(Locale.ROOT)
          .build();

  private final Expression expression;

  public Formula(String text) {
    this.expression = new Expression(text, SAFE);
  }

  /** A field's key as an expression writes it: {@code name#17} is {@code name_17}. */
  public static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9_]", "_");
  }

  /** What is wrong with the text, when only these variables are known. */
  public static Optional<String> problem(String text, Set<String> variables) {
    try {
      Expression expression = new Expression(text, SAFE);
      expression.validate();
      Set<String> unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      unknown.addAll(expression.getUndefinedVariables());
      variables.forEach(unknown::remove);
      return unknown.isEmpty()
          ? Optional.empty()
          : Optional.of("unknown: " + String.join(", ", unknown));
    } catch (ParseException broken) {
      return Optional.of(String.valueOf(broken.getMessage()));
    }
  }

  /** Of the keys those that the expression asks for, and what it asks for beside them. */
  public Set<String> asksFor(Set<String> keys) {
    try {
      Set<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      used.addAll(expression.getUsedVariables());
      Set<String> asked =
          keys.stream().filter(key -> used.contains(variable(key))).collect(Collectors.toSet());
      asked.forEach(key -> used.remove(variable(key)));
      asked.addAll(used);
      return asked;
    } catch (ParseException broken) {
      return keys;
    }
  }

  /**
   * The result as text; numbers without needless zeros.
   *
   * @throws IllegalArgumentException when it cannot be evaluated with these values
   */
  public String text(Map<String, ?> variables) {
    EvaluationValue result = evaluate(variables);
    if (result.isNullValue()) {
      return "";
    }
    BigDecimal number = result.isNumberValue() ? result.getNumberValue() : null;
    return number == null
        ? result.getStringValue()
        : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * Whether it holds.
   *
   * @throws IllegalArgumentException when it cannot be evaluated with these values
   */
  public boolean holds(Map<String, ?> variables) {
    return evaluate(variables).getBooleanValue();
  }

  private EvaluationValue evaluate(Map<String, ?> variables) {
    try {
      return expression.copy().withValues(variables).evaluate();
    } catch (EvaluationException | ParseException | ArithmeticException broken) {
      throw new IllegalArgumentException(
          "'" + expression.getExpressionString() + "' cannot be evaluated", broken);
    }
  }

  /** All functions of the library but the unsteady ones. */
  private record Steady(FunctionDictionaryIfc all) implements FunctionDictionaryIfc {
    Steady(ExpressionConfiguration defaults) {
      this(defaults.getFunctionDictionary());
    }

    @Override
    public void addFunction(String name, FunctionIfc function) {
      throw new UnsupportedOperationException("the functions of the mapping are fixed");
    }

    @Override
    public boolean hasFunction(String name) {
      return !UNSTEADY.contains(name.toUpperCase(Locale.ROOT)) && all.hasFunction(name);
    }

    @Override
    public FunctionIfc getFunction(String name) {
      return all.getFunction(name);
    }
  }
}
